"""Many documents with a history: settings by folder, plan sets, baseline, waivers, cache, parallel runs."""
