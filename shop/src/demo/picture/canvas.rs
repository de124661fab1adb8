//! An SVG picture under construction.

use std::fmt::{Display, Write};

use super::colour::Colour;
use super::path::{Path, tenths};

/// The width and the height of every picture.
pub const SIDE: f64 = 800.0;

/// What every line and every letter of a picture has in common.
const INHERITED: &str =
    r#"stroke-linecap="round" text-anchor="middle" font-family="Helvetica,Arial,sans-serif""#;

const STRING_TAKES_ALL: &str = "a String takes whatever is written";

/// Collects shapes in painting order, and apart from them the definitions they refer to.
#[derive(Debug)]
pub struct Canvas {
    prefix: String,
    definitions: Vec<Definition>,
    shapes: String,
}

/// A gradient, pattern, filter or clip; its id is its place among the definitions.
#[derive(Debug, PartialEq, Eq)]
struct Definition {
    element: &'static str,
    attributes: String,
    content: String,
}

/// A point of a gradient: where it lies from 0 to 1, its colour and how opaque it is.
pub type Stop = (f64, Colour, f64);

/// A line of letters set about a centre.
#[derive(Clone, Copy, Debug)]
pub struct Lettering<'a> {
    /// The text, escaped when written.
    pub text: &'a str,
    /// The middle of the baseline.
    pub centre: (f64, f64),
    /// The height of the letters' body.
    pub size: f64,
    /// The exact width the line takes, whichever font the reader's machine has.
    pub width: f64,
    /// The colour of the letters.
    pub colour: Colour,
}

impl Canvas {
    /// An empty canvas whose ids all start with `prefix`.
    pub fn new(prefix: String) -> Self {
        Self { prefix, definitions: Vec::new(), shapes: String::new() }
    }

    /// A gradient from the left edge of what it fills to the right edge.
    pub fn across(&mut self, stops: &[Stop]) -> String {
        self.gradient("linearGradient", "", stops)
    }

    /// A gradient from the top of what it fills to the bottom.
    pub fn down(&mut self, stops: &[Stop]) -> String {
        self.gradient("linearGradient", r#" x2="0" y2="1""#, stops)
    }

    /// A gradient from the top left corner of what it fills to the bottom right.
    pub fn slanting(&mut self, stops: &[Stop]) -> String {
        self.gradient("linearGradient", r#" x2="1" y2="1""#, stops)
    }

    /// A gradient outwards from a point given as shares of what it fills.
    pub fn radiating(&mut self, (x, y): (f64, f64), radius: f64, stops: &[Stop]) -> String {
        let place = format!(r#" cx="{x}" cy="{y}" r="{radius}""#);
        self.gradient("radialGradient", &place, stops)
    }

    /// A repeated tile of the given size, turned by `angle` degrees.
    pub fn tiled(
        &mut self,
        (width, height): (f64, f64),
        angle: f64,
        draw: impl FnOnce(&mut Self),
    ) -> String {
        let content = self.layer(draw);
        let (width, height) = (tenths(width), tenths(height));
        let size = format!(r#" width="{width}" height="{height}" patternUnits="userSpaceOnUse""#);
        let attributes = format!(r#"{size} patternTransform="rotate({angle})""#);
        self.define("pattern", attributes, content)
    }

    /// Fills an outline with a colour or a gradient.
    pub fn fill(&mut self, path: &Path, paint: impl Display) {
        self.shape(format_args!(r#"<path d="{path}" fill="{paint}"/>"#));
    }

    /// Fills an outline so that what lies beneath shows through.
    pub fn glaze(&mut self, path: &Path, paint: impl Display, opacity: f64) {
        self.shape(format_args!(r#"<path d="{path}" fill="{paint}" opacity="{opacity}"/>"#));
    }

    /// Fills an outline out of focus, as shadows and glows are.
    pub fn blur(&mut self, path: &Path, paint: impl Display, opacity: f64, radius: u32) {
        // The default region cuts the blur of a thin shape off at a visible edge.
        let filter = self.define(
            "filter",
            r#" x="-1" y="-1" width="3" height="3""#.to_owned(),
            format!(r#"<feGaussianBlur stdDeviation="{radius}"/>"#),
        );
        self.shape(format_args!(
            r#"<path d="{path}" fill="{paint}" opacity="{opacity}" filter="{filter}"/>"#
        ));
    }

    /// Draws along a path with a round pen.
    pub fn stroke(&mut self, path: &Path, paint: impl Display, width: f64, opacity: f64) {
        let width = tenths(width);
        self.shape(format_args!(r#"<path d="{path}" fill="none" stroke="{paint}""#));
        self.shape(format_args!(r#" stroke-width="{width}" opacity="{opacity}"/>"#));
    }

    /// Draws along a path in stitches.
    pub fn stitch(&mut self, path: &Path, colour: Colour, dashes: &str, opacity: f64) {
        self.shape(format_args!(r#"<path d="{path}" fill="none" stroke="{colour}""#));
        self.shape(format_args!(r#" stroke-width="1.6" stroke-dasharray="{dashes}""#));
        self.shape(format_args!(r#" opacity="{opacity}"/>"#));
    }

    /// Sets a line of letters in the reader's own sans-serif font.
    pub fn letter(&mut self, line: &Lettering<'_>) {
        let (x, y) = (tenths(line.centre.0), tenths(line.centre.1));
        let (size, width, colour) = (tenths(line.size), tenths(line.width), line.colour);
        let text = escaped(line.text);
        self.shape(format_args!(r#"<text x="{x}" y="{y}" font-size="{size}""#));
        self.shape(format_args!(r#" textLength="{width}" fill="{colour}">{text}</text>"#));
    }

    /// Draws only what falls inside an outline.
    pub fn inside(&mut self, path: &Path, draw: impl FnOnce(&mut Self)) {
        let clip = self.define("clipPath", String::new(), format!(r#"<path d="{path}"/>"#));
        self.shape(format_args!(r#"<g clip-path="{clip}">"#));
        draw(self);
        self.shape(format_args!("</g>"));
    }

    /// Draws moved, turned or scaled, by an SVG transform list.
    pub fn placed(&mut self, transform: &str, draw: impl FnOnce(&mut Self)) {
        self.shape(format_args!(r#"<g transform="{transform}">"#));
        draw(self);
        self.shape(format_args!("</g>"));
    }

    /// Draws aside, and gives what was drawn for [`Canvas::lay`] to put in later.
    ///
    /// A shadow lies beneath its object, yet only the drawn object knows its size.
    pub fn layer(&mut self, draw: impl FnOnce(&mut Self)) -> String {
        let beneath = std::mem::take(&mut self.shapes);
        draw(self);
        std::mem::replace(&mut self.shapes, beneath)
    }

    /// Puts in what was drawn aside.
    pub fn lay(&mut self, layer: &str) {
        self.shapes.push_str(layer);
    }

    /// The finished document.
    pub fn finish(self) -> String {
        let size = format!(r#"viewBox="0 0 {SIDE} {SIDE}" width="{SIDE}" height="{SIDE}""#);
        let mut svg =
            format!(r#"<svg xmlns="http://www.w3.org/2000/svg" {size} {INHERITED}><defs>"#);
        for (number, definition) in self.definitions.iter().enumerate() {
            let Definition { element, attributes, content } = definition;
            let id = format_args!("{}{number}", self.prefix);
            write!(svg, r#"<{element} id="{id}"{attributes}>{content}</{element}>"#)
                .expect(STRING_TAKES_ALL);
        }
        svg.push_str("</defs>");
        svg.push_str(&self.shapes);
        svg.push_str("</svg>");
        svg
    }

    /// Gives the reference to a definition, which is written once however often it is used.
    fn define(&mut self, element: &'static str, attributes: String, content: String) -> String {
        let wanted = Definition { element, attributes, content };
        let known = self.definitions.iter().position(|known| *known == wanted);
        let number = known.unwrap_or_else(|| {
            self.definitions.push(wanted);
            self.definitions.len() - 1
        });
        format!("url(#{}{number})", self.prefix)
    }

    fn shape(&mut self, shape: std::fmt::Arguments<'_>) {
        self.shapes.write_fmt(shape).expect(STRING_TAKES_ALL);
    }

    fn gradient(&mut self, element: &'static str, place: &str, stops: &[Stop]) -> String {
        let mut content = String::new();
        for &(offset, colour, opacity) in stops {
            content.push_str("<stop");
            // What a stop leaves out is 0 for the offset and 1 for the opacity.
            if offset > 0.0 {
                write!(content, r#" offset="{offset}""#).expect(STRING_TAKES_ALL);
            }
            write!(content, r#" stop-color="{colour}""#).expect(STRING_TAKES_ALL);
            if opacity < 1.0 {
                write!(content, r#" stop-opacity="{opacity}""#).expect(STRING_TAKES_ALL);
            }
            content.push_str("/>");
        }
        self.define(element, place.to_owned(), content)
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
