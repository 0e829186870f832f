"""`python -m dfjlint` is the command dfjlint."""

from dfjlint.cli.app import main

if __name__ == "__main__":
    main()
