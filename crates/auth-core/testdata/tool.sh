#!/bin/sh
# Stands for a developer's tool: notes its folder and arguments, then does what the script beside its link says.
here=$(dirname "$0")
echo "$PWD $*" >> "$here/seen"
. "$here/script"
