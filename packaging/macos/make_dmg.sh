#!/bin/sh
# macOS: a .dmg of the .app that tools/bundle.py left in build/bundle. Run it from the root of the checkout.
# Signed for this computer only; to hand it on, set IDENTITY to a certificate's name and notarise the result.
# Not tried here: there is no macOS.
set -eu
version=$(python3 -c 'import babymassage_gui; print(babymassage_gui.__version__)')
app="build/bundle/Baby massage.app"
image="dist/babymassage-gui-$version-macos-$(uname -m).dmg"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
codesign --force --deep --options runtime --sign "${IDENTITY:--}" "$app"
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
mkdir -p dist
hdiutil create -volname "Baby massage" -srcfolder "$folder" -format ULMO -ov "$image"
echo "$image"
