#!/bin/sh
# backup.sh                  grava backups/backup_DATA.sql.gz e aponta latest_backup.sql.gz para ele
# backup.sh restore latest   troca o conteúdo do banco pelo do último backup
set -e
mkdir -p backups
case "${1:-create}" in
create)
    file=backup_$(date +%Y%m%d_%H%M%S).sql.gz
    pg_dump | gzip > "backups/$file"
    ln -sf "$file" backups/latest_backup.sql.gz
    echo "backup gravado: backups/$file"
    ;;
restore)
    from=backups/latest_backup.sql.gz
    [ "${2:-latest}" = latest ] || from=backups/$2
    gunzip -t "$from"
    psql -q -c "DROP SCHEMA public CASCADE; CREATE SCHEMA public"
    gunzip -c "$from" | psql -q
    echo "restaurado de $from"
    ;;
*)
    echo "uso: backup.sh [create | restore latest]" >&2
    exit 2
    ;;
esac
