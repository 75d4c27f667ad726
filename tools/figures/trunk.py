"""On its back without arms and legs: the still part of a passive move, on which limbs are laid in their poses."""

from __future__ import annotations

from tools.figures.anatomy import curls, ears, face, head, nappy_front, shadow_of, symmetric
from tools.figures.front import TORSO, trunk_marks
from tools.figures.picture import Picture
from tools.figures.sdf import blob, ellipse, join, keep, tube


def trunk() -> Picture:
    """The seat of the nappy is whole, for raised legs uncover it."""
    picture = Picture("trunk")
    skull = head()
    shoulders = tube([(400, 352, 50), (500, 346, 52), (600, 352, 50)])
    body = join(blob(symmetric(TORSO)), shoulders, tube([(500, 270, 62), (500, 320, 70)]), k=30).bake()
    seat = join(ellipse(570, 690, 84, 70), ellipse(430, 690, 84, 70), k=40).bake()
    picture.ground(join(body, skull, seat).bake(3, 60))
    ears(picture)
    picture.part(body)
    shadow_of(picture, skull, body)
    trunk_marks(picture)
    picture.part(seat, role="nappy", shade="nappyshade", line="nappyline", lit=False)
    nappy_front(picture, keep(body, seat))
    picture.part(skull)
    face(picture)
    curls(picture)
    return picture
