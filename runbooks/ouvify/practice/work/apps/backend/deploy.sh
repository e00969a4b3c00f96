#!/bin/sh
# Publica o que está na pasta, como faria o script de verdade.
exec render deploys create -service ouvify-backend
