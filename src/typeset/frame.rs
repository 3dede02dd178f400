//! Walking the frames of a page.

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};

/// Something on a page, and how it is placed there.
pub(super) struct Placed<'a> {
    /// What it is; never a group.
    pub(super) item: &'a FrameItem,
    /// From the item's own origin to the page.
    transform: Transform,
}

impl Placed<'_> {
    /// Where the item's own origin stands on the page.
    pub(super) fn origin(&self) -> Point {
        Point::new(self.transform.tx, self.transform.ty)
    }

    /// Whether it is neither turned nor slanted nor mirrored.
    pub(super) fn is_upright(&self) -> bool {
        const NONE: f64 = 1e-9;
        let Transform { sx, kx, ky, sy, .. } = self.transform;
        kx.get().abs() < NONE && ky.get().abs() < NONE && sx.get() > 0.0 && sy.get() > 0.0
    }

    /// A horizontal length of the item as it is on the page.
    pub(super) fn across(&self, length: Abs) -> Abs {
        length * self.transform.sx.get().hypot(self.transform.ky.get())
    }

    /// A vertical length of the item as it is on the page.
    pub(super) fn down(&self, length: Abs) -> Abs {
        length * self.transform.sy.get().hypot(self.transform.kx.get())
    }
}

/// Everything on a page, in the order in which it is drawn.
pub(super) fn placed(frame: &Frame) -> Vec<Placed<'_>> {
    let mut out = Vec::new();
    collect(frame, Transform::identity(), &mut out);
    out
}

fn collect<'a>(frame: &'a Frame, outer: Transform, out: &mut Vec<Placed<'a>>) {
    for (position, item) in frame.items() {
        let transform = outer.pre_concat(Transform::translate(position.x, position.y));
        match item {
            FrameItem::Group(group) => {
                collect(&group.frame, transform.pre_concat(group.transform), out);
            }
            item => out.push(Placed { item, transform }),
        }
    }
}
