#!/bin/sh
# Confere o backup mais novo: tem de chegar até a última linha de dados.
set -e
file=$(ls -1 backups/sparkone_db_*.sql | sort | tail -1)
grep -q "^create table" "$file"
echo "íntegro: $file ($(grep -c '^create table' "$file") tabelas, $(wc -l < "$file") linhas)"
