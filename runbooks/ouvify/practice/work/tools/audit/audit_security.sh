#!/bin/sh
# A auditoria da prática: procura chaves esquecidas no código desta pasta.
echo "Procurando segredos esquecidos no código..."
grep -rnE "(SECRET_KEY|PASSWORD)[[:space:]]*=[[:space:]]*['\"]" apps && exit 1
echo "Nada encontrado."
