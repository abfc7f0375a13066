"""Real pictures that anyone with Debian 12 can get: package, licence as the package states it, and what each shows.

A line of a list is a file of the package, the kind of picture (seen by eye, on contact sheets) and, where several
files show one scene, the scene's name. `product` cuts the transparent stamp out and lays it on white.
"""

from dataclasses import dataclass, field

#: What a list may call a picture.
PICTURE_KINDS = {"photo", "portrait", "night", "fog", "painting", "illustration", "product", "alpha", "texture",
                 "architecture", "text"}


@dataclass(frozen=True)
class Package:
    """A Debian package (or, without `folder`, a wheel of the reference environment)."""

    name: str
    licence: str
    folder: str
    pictures: list = field(repr=False)


DEBIAN = [
    Package("palapeli-data", "GPL-2+ (package); the picture's own desktop file says Public Domain",
            "usr/share/palapeli/collection", [("cincinnati-bridge.jpg", "night")]),
    Package("python-matplotlib-data", "matplotlib licence (package); an official portrait of the US Navy",
            "usr/share/matplotlib/mpl-data/sample_data", [("grace_hopper.jpg", "portrait")]),
    Package("lomiri-wallpapers-16.04", "CC-BY-SA-4.0, CC-BY-4.0 or CC0-1.0 (debian/copyright, by file)",
            "usr/share/backgrounds", [
                ("free_by_Peter_Nerlich.jpg", "photo"), ("friends_by_Aitzol_Berasategi.jpg", "portrait"),
                ("seeding_by_Clements_Engelhardt.jpg", "photo"), ("sunset_by_Aitzol_Berasategi.jpg", "photo"),
                ("analogpattern_by_Peter_Nerlich.jpg", "texture"), ("umang_by_Abhishek_Mudgal.jpg", "illustration")]),
    Package("lomiri-wallpapers-20.04", "CC-BY-SA-4.0 or CC-BY-4.0 (debian/copyright, by file)",
            "usr/share/backgrounds", [
                ("Fossa_by_Jasper_Roks.jpg", "illustration"), ("Infinite-Sea_by_Aury88.jpg", "night"),
                ("Painting-Colors_by__herobrine7gamer.jpg", "illustration")]),
    Package("lxqt-themes", "LGPL-2.1+ (debian/copyright); CC-BY-SA-3.0 (License beside the pictures)",
            "usr/share/lxqt/wallpapers", [
                ("Butterfly-Kenneth-Wimer.jpg", "photo"), ("Valendas.png", "night"), ("after-the-rain.jpg", "night"),
                ("appleflower.png", "photo"), ("beam.png", "night"), ("butterfly.png", "photo"),
                ("cloud.png", "photo"), ("drop.png", "photo"), ("flowers.png", "photo"), ("fog.jpg", "fog"),
                ("this-is-not-windows.jpg", "night")]),
    Package("mate-backgrounds", "GPL-2+ (debian/copyright, by file)", "usr/share/backgrounds/mate/nature", [
        ("Blinds.jpg", "texture"), ("RainDrops.jpg", "photo"), ("TwoWings.jpg", "photo"), ("Wood.jpg", "texture")]),
    Package("ukui-wallpapers", "CC-BY-SA-3.0", "usr/share/backgrounds", [
        ("2004default.jpg", "illustration"), ("city.png", "illustration"), ("desert.png", "illustration"),
        ("firstgeneration.jpg", "illustration"), ("rhythm.jpg", "illustration"),
        ("the-mouse.jpg", "illustration")]),
    Package("opencv-doc", "Apache-2.0 and BSD-3-Clause (package)", "usr/share/doc/opencv-doc", [
        ("examples/data/aero1.jpg", "fog", "aerial"), ("examples/data/aero3.jpg", "fog", "aerial"),
        ("examples/data/aloeL.jpg", "photo"), ("examples/data/baboon.jpg", "portrait"),
        ("examples/data/board.jpg", "texture"), ("examples/data/box_in_scene.png", "photo"),
        ("examples/data/building.jpg", "architecture"), ("examples/data/butterfly.jpg", "photo"),
        ("examples/data/cards.png", "product"), ("examples/data/ela_original.jpg", "photo"),
        ("examples/data/fruits.jpg", "photo"), ("examples/data/graf1.png", "architecture"),
        ("examples/data/leuvenA.jpg", "architecture"), ("examples/data/messi5.jpg", "portrait"),
        ("examples/data/ml.png", "product"), ("examples/data/rubberwhale1.png", "photo"),
        ("examples/data/smarties.png", "product"), ("examples/data/squirrel_cls.jpg", "portrait"),
        ("examples/data/starry_night.jpg", "painting"), ("examples/data/sudoku.png", "text"),
        ("examples/fuzzy/input.png", "illustration"), ("examples/hfs/data/000.jpg", "portrait"),
        ("examples/reg/home.png", "architecture"), ("examples/text/scenetext01.jpg", "text"),
        ("examples/text/scenetext02.jpg", "night"), ("examples/text/scenetext03.jpg", "architecture"),
        ("examples/text/scenetext04.jpg", "architecture"), ("examples/text/scenetext06.jpg", "architecture"),
        ("examples/ximgproc/stanford.png", "text"), ("opencv4/html/227943776_1.jpg", "portrait"),
        ("opencv4/html/230501201_1.jpg", "portrait"), ("opencv4/html/affinepano.jpg", "text"),
        ("opencv4/html/astra_color.jpg", "photo"), ("opencv4/html/cat_det.jpg", "portrait"),
        ("opencv4/html/detect_test1.jpg", "photo"), ("opencv4/html/detect_test2.jpg", "photo"),
        ("opencv4/html/fusion.png", "architecture"), ("opencv4/html/fusion_mertens.jpg", "night"),
        ("opencv4/html/pexels_double_decker_bus.jpg", "photo"),
        ("examples/alphamat/input_images/plant.jpg", "photo")]),
    Package("tuxpaint-stamps-default", "GPL-2 (package)", "usr/share/tuxpaint/stamps", [
        ("animals/birds/crowned_crane.png", "alpha"), ("animals/birds/pelican.png", "alpha"),
        ("animals/insects/mantis.png", "alpha"), ("animals/mammals/aquatic/otter.png", "alpha"),
        ("animals/mammals/bears/european-bear.png", "alpha"), ("animals/mammals/cats/tiger_sumatran.png", "alpha"),
        ("animals/mammals/rodents/capybara.png", "alpha"), ("food/fruit/Strawberry2.png", "alpha"),
        ("food/fruit/cartoon/pineapple.png", "alpha"), ("people/fireman200b.png", "alpha"),
        ("plants/flowers/daffodil.png", "alpha"), ("plants/trees/holm_oak.png", "alpha"),
        ("seasonal/christmas/Christmas_Tree_photo.png", "alpha"), ("space/planets/5_jupiter.png", "alpha"),
        ("town/houses/cartoon/city.png", "alpha"), ("town/houses/cartoon/windmill.png", "alpha"),
        ("vehicles/flight/balloon360.png", "alpha"),
        ("food/fruit/kiwi.png", "product"), ("food/spices/ginger.png", "product"),
        ("household/Lightbulb.png", "product"), ("household/tools/cementmixer.png", "product"),
        ("seasonal/christmas/Roast_turkey.png", "product"), ("seasonal/christmas/Christmas_pudding.png", "product"),
        ("vehicles/emergency/firetruck.png", "product"), ("vehicles/construction/dumper.png", "product"),
        ("vehicles/wheel_tractor.png", "product")]),
]

WHEELS = [
    Package("scikit-image", "CC0 or public domain (data/README.txt, by file)", "skimage/data", [
        ("astronaut.png", "portrait"), ("brick.png", "texture"), ("camera.png", "portrait"),
        ("chelsea.png", "portrait"), ("coins.png", "texture"), ("grass.png", "texture"), ("gravel.png", "texture"),
        ("ihc.png", "texture"), ("motorcycle_left.png", "photo"), ("page.png", "text"), ("retina.jpg", "photo"),
        ("rocket.jpg", "night"), ("text.png", "text")]),
]
