#!/bin/sh
# restore.sh --list         mostra os backups
# restore.sh --db ARQUIVO   troca o conteúdo do banco pelo do arquivo
set -e
case "$1" in
--list)
    ls -lh backups
    ;;
--db)
    test -f "$2" || { echo "não existe: $2 (veja --list)" >&2; exit 1; }
    psql -q -c "DROP SCHEMA public CASCADE; CREATE SCHEMA public"
    psql -q -f "$2"
    echo "restaurado de $2"
    ;;
*)
    echo "uso: restore.sh --list | --db ARQUIVO" >&2
    exit 2
    ;;
esac
