//! The goods themselves, each drawn standing at the origin with its top upwards.

use super::canvas::Canvas;
use super::colour::Colour;
use super::dice::Dice;
use super::material::{BRASS, Finish, IVORY, OAK, STEEL};
use super::palette::Tones;
use super::turned::TILT;

mod bag;
mod basket;
mod bottle;
mod brush;
mod candle;
mod compact;
mod cup;
mod dish;
mod jar;
mod lamp;
mod linen;
mod lips;
mod mask;
mod mist;
mod paper;
mod pillow;
mod soap;
mod teapot;
mod tube;
mod vase;

/// What kind of thing a product is, and so how it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A shouldered bottle with a lotion pump.
    PumpBottle,
    /// A small bottle with a pipette.
    DropperBottle,
    /// A tall bottle with a screw cap.
    ScrewBottle,
    /// A wide jar with a lid.
    CreamJar,
    /// A soft tube standing on its cap.
    Tube,
    /// A slender bottle with a fine sprayer under a clear cap.
    SprayBottle,
    /// A block of glass with a stopper.
    PerfumeBottle,
    /// An open lipstick beside its cap.
    Lipstick,
    /// A lip tint with its wand.
    LipTint,
    /// A twist-up stick beside its cap.
    BalmStick,
    /// An open compact with its mirror.
    Compact,
    /// A flat pouch with a sheet mask in it.
    SheetMask,
    /// Two bars of soap, one in a paper band.
    SoapBar,
    /// A paddle brush of wood.
    HairBrush,
    /// A paddle brush lacquered in the palette's own colour.
    LacquerBrush,
    /// A mug with a handle.
    Mug,
    /// A footed bowl.
    Bowl,
    /// A plate on a stand.
    Plate,
    /// A teapot.
    Teapot,
    /// A candle in a glass.
    Candle,
    /// A bottle with scent reeds.
    Diffuser,
    /// A stack of folded towels.
    Towels,
    /// A folded throw with a fringe, or folded bed linen.
    Blanket,
    /// A cushion or a pillow.
    Pillow,
    /// A table lamp with a metal dome.
    DomeLamp,
    /// A table lamp with a pleated shade.
    PleatedLamp,
    /// A table lamp with a round shade of paper.
    PaperLamp,
    /// A round moon jar with a twig.
    MoonJar,
    /// A narrow-necked vase with a twig.
    BottleVase,
    /// A glass vase with a twig.
    GlassVase,
    /// A woven basket.
    Basket,
    /// A bag with two handles.
    ToteBag,
    /// A bound notebook.
    Notebook,
    /// A wooden box with a lid.
    WoodenBox,
    /// A cloth-covered box with a lid.
    ClothBox,
}

/// What the look of one product is made from.
#[derive(Clone, Debug)]
pub struct Look<'a> {
    /// The colours of its palette.
    pub tones: Tones,
    /// The maker's English name.
    pub maker: &'a str,
    /// The product's English name.
    pub name: &'a str,
    /// The product's own dice: thrown alike for all of its pictures.
    pub dice: Dice,
}

impl Look<'_> {
    /// The maker as it is printed on the goods.
    pub fn maker(&self) -> String {
        self.maker.to_uppercase()
    }

    /// A colour and a finish for a bottle or a jar.
    pub fn shell(&mut self) -> (Colour, Finish) {
        let body = self.tones.body;
        let colour = self.dice.pick(&[body, body, body.lit(0.22), self.tones.content, IVORY]);
        let finish = self.dice.pick(&[Finish::Matte, Finish::Satin, Finish::Gloss]);
        (colour, finish)
    }

    /// A colour and a finish for a cap, a lid or a pump.
    pub fn cap(&mut self) -> (Colour, Finish) {
        self.dice.pick(&[
            (self.tones.accent, Finish::Satin),
            (self.tones.ink, Finish::Satin),
            (IVORY, Finish::Gloss),
            (OAK, Finish::Matte),
            (BRASS, Finish::Metal),
            (STEEL, Finish::Metal),
        ])
    }

    /// A colour and a finish for the metal collar under a cap.
    pub fn collar(&mut self) -> (Colour, Finish) {
        (self.dice.pick(&[BRASS, STEEL, STEEL.lit(0.3)]), Finish::Metal)
    }
}

/// How much room a drawn thing takes, measured from the origin it stands at.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    /// How far it reaches to its farther side.
    pub half: f64,
    /// How high it reaches.
    pub height: f64,
    /// Half the width that touches the ground, for its shadow.
    pub foot: f64,
    /// How far the foot's front edge bows towards the viewer.
    pub bow: f64,
}

impl Extent {
    /// The extent of something round that stands on its whole width.
    pub fn upright(half: f64, height: f64) -> Self {
        Self { half, height, foot: half, bow: half * TILT }
    }

    /// The extent of something with a straight front that stands on its whole width.
    pub fn flat(half: f64, height: f64) -> Self {
        Self { bow: 3.0, ..Self::upright(half, height) }
    }

    /// The same thing on a foot of another width.
    pub fn on_foot(self, foot: f64) -> Self {
        Self { foot, ..self }
    }
}

impl Shape {
    /// Draws a thing of this kind and tells how large it came out.
    pub fn draw(self, canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
        match self {
            Self::PumpBottle => bottle::pump(canvas, look),
            Self::DropperBottle => bottle::dropper(canvas, look),
            Self::ScrewBottle => bottle::screw(canvas, look),
            Self::CreamJar => jar::cream(canvas, look),
            Self::Tube => tube::tube(canvas, look),
            Self::SprayBottle => mist::spray(canvas, look),
            Self::PerfumeBottle => mist::perfume(canvas, look),
            Self::Lipstick => lips::lipstick(canvas, look),
            Self::LipTint => lips::tint(canvas, look),
            Self::BalmStick => lips::balm_stick(canvas, look),
            Self::Compact => compact::compact(canvas, look),
            Self::SheetMask => mask::pouch(canvas, look),
            Self::SoapBar => soap::bars(canvas, look),
            Self::HairBrush => {
                let wood = look.tones.wood();
                brush::paddle(canvas, look, wood)
            }
            Self::LacquerBrush => {
                let lacquer = look.tones.body;
                brush::paddle(canvas, look, lacquer)
            }
            Self::Mug => cup::mug(canvas, look),
            Self::Bowl => dish::bowl(canvas, look),
            Self::Plate => dish::plate(canvas, look),
            Self::Teapot => teapot::teapot(canvas, look),
            Self::Candle => candle::candle(canvas, look),
            Self::Diffuser => candle::diffuser(canvas, look),
            Self::Towels => linen::towels(canvas, look),
            Self::Blanket => linen::blanket(canvas, look),
            Self::Pillow => pillow::pillow(canvas, look),
            Self::DomeLamp => lamp::lamp(canvas, look, lamp::Shade::Dome),
            Self::PleatedLamp => lamp::lamp(canvas, look, lamp::Shade::Pleats),
            Self::PaperLamp => lamp::lamp(canvas, look, lamp::Shade::Paper),
            Self::MoonJar => vase::moon_jar(canvas, look),
            Self::BottleVase => vase::bottle_vase(canvas, look),
            Self::GlassVase => vase::glass_vase(canvas, look),
            Self::Basket => basket::basket(canvas, look),
            Self::ToteBag => bag::tote(canvas, look),
            Self::Notebook => paper::notebook(canvas, look),
            Self::WoodenBox => paper::wooden_box(canvas, look),
            Self::ClothBox => paper::cloth_box(canvas, look),
        }
    }
}
