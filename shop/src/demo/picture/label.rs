//! Lettering on the goods, set so that it fits its place with any font.

use super::canvas::{Canvas, Lettering};
use super::colour::Colour;
use super::goods::Look;
use super::material::{IVORY, WHITE, lettering_on};
use super::path::Path;

/// The width of a tracked capital and of a small letter, for letters of size 1.
const CAPITAL: f64 = 0.84;
const SMALL: f64 = 0.6;

/// The size a product's name is set in, where it fits.
const NAME_SIZE: f64 = 11.5;

/// Where a label sits: its middle and how much room it has.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The middle of the label, from left to right.
    pub x: f64,
    /// The middle of the label, from top to bottom.
    pub y: f64,
    /// The widest a line may be.
    pub width: f64,
}

impl Place {
    /// A place on the middle axis.
    pub fn at(y: f64, width: f64) -> Self {
        Self { x: 0.0, y, width }
    }
}

/// Prints maker and name straight onto a ground of the given colour.
pub fn print(canvas: &mut Canvas, look: &Look<'_>, ground: Colour, place: Place) {
    let colour = lettering_on(ground, look.tones.ink);
    let maker_size = print_line(canvas, &look.maker(), colour, place, CAPITAL, 26.0);
    let rule_y = place.y + maker_size * 0.62;
    let rule = place.width * 0.14;
    let line = Path::start(place.x - rule, rule_y).line(place.x + rule, rule_y);
    canvas.stroke(&line, colour, 1.0, 0.6);
    let mut y = rule_y + 20.0;
    for words in balanced_lines(look.name, letters_across(place)) {
        let line = Place { y, ..place };
        print_line(canvas, &words, colour, line, SMALL, NAME_SIZE);
        y += 15.0;
    }
}

/// Prints the maker alone.
pub fn print_maker(canvas: &mut Canvas, look: &Look<'_>, ground: Colour, place: Place) {
    let colour = lettering_on(ground, look.tones.ink);
    print_line(canvas, &look.maker(), colour, place, CAPITAL, 22.0);
}

/// Prints the maker alone, running upwards, for slender goods.
pub fn print_maker_upwards(canvas: &mut Canvas, look: &Look<'_>, ground: Colour, place: Place) {
    let transform = format!("translate({} {})rotate(-90)", place.x + 6.0, place.y);
    canvas.placed(&transform, |canvas| {
        print_maker(canvas, look, ground, Place::at(0.0, place.width));
    });
}

/// Sticks on a paper label with maker and name.
pub fn stick(canvas: &mut Canvas, look: &Look<'_>, place: Place) {
    let inner = Place { width: place.width * 0.84, ..place };
    let names = balanced_lines(look.name, letters_across(inner)).len() as f64;
    let (top, height) = (place.y - 44.0, 80.0 + names * 15.0);
    let x = place.x - place.width / 2.0;
    let paper = Path::rounded(x, top, place.width, height, 2.0);
    canvas.blur(&Path::rect(x + 1.0, top + 3.0, place.width, height), look.tones.ink, 0.22, 2);
    let tint = canvas.across(&[
        (0.0, IVORY.lit(-0.12), 1.0),
        (0.28, WHITE, 1.0),
        (0.7, IVORY, 1.0),
        (1.0, IVORY.lit(-0.14), 1.0),
    ]);
    canvas.fill(&paper, tint);
    print(canvas, look, IVORY, inner);
}

/// Sets one line no wider than its place; gives the size it was set in.
fn print_line(
    canvas: &mut Canvas,
    text: &str,
    colour: Colour,
    place: Place,
    letter: f64,
    largest: f64,
) -> f64 {
    let width_at_1 = text.chars().count() as f64 * letter;
    let size = largest.min(place.width / width_at_1);
    canvas.letter(&Lettering {
        text,
        centre: (place.x, place.y),
        size,
        width: size * width_at_1,
        colour,
    });
    size
}

/// How many small letters fit side by side.
fn letters_across(place: Place) -> usize {
    (place.width / (NAME_SIZE * SMALL)) as usize
}

/// Breaks a name into as few lines as it takes, and those as even as can be.
fn balanced_lines(name: &str, longest: usize) -> Vec<String> {
    let fewest = lines(name, longest);
    (1..longest)
        .map(|limit| lines(name, limit))
        .find(|narrower| narrower.len() == fewest.len())
        .unwrap_or(fewest)
}

/// Breaks a name into lines of at most `longest` letters, never within a word.
fn lines(name: &str, longest: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split(' ') {
        match lines.last_mut() {
            Some(line) if line.len() + word.len() < longest => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
