from integrity_archive.cli import main

main()
