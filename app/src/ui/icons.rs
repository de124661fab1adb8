//! The shop's own drawings. They are ornaments: whatever they stand beside says it in words.

use leptos::prelude::*;

/// A line drawing of 24 by 24.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A magnifying glass.
    Search,
    /// A coupon with its perforation.
    Ticket,
    /// A person.
    Person,
    /// A plus.
    Plus,
    /// A minus.
    Minus,
    /// A cross: away with it.
    Cross,
    /// A shopping bag.
    Cart,
    /// Two sheets.
    Copy,
    /// A tick.
    Check,
    /// A clock.
    Clock,
    /// An arrow to the end of the line.
    Forward,
    /// An arrow to its start.
    Back,
    /// A mark of attention.
    Attention,
    /// A cup with nothing in it.
    Cup,
    /// A door, leaving.
    Leave,
    /// A globe.
    Globe,
    /// A parcel.
    Parcel,
    /// A heart.
    Heart,
    /// A place on a map.
    Pin,
    /// A padlock.
    Lock,
    /// A cross that takes something away.
    Close,
    /// Sliders.
    Filter,
    /// Two who talk.
    Chat,
    /// A paper plane.
    Send,
    /// A thumb up.
    ThumbUp,
    /// A thumb down.
    ThumbDown,
    /// Corners that grow.
    Enlarge,
    /// A bell.
    Bell,
    /// A bell that is still.
    Still,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Search => "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M15.4 15.4L20 20",
            Self::Ticket => {
                "M3.5 7h17v3.2a2 2 0 0 0 0 3.6V17h-17v-3.2a2 2 0 0 0 0-3.6zM14.5 7v1.8\
                 M14.5 11.1v1.8M14.5 15.2V17"
            }
            Self::Person => {
                "M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8M4.5 20c.8-3.6 3.7-5.5 7.5-5.5\
                 s6.7 1.9 7.5 5.5"
            }
            Self::Plus => "M12 5v14M5 12h14",
            Self::Minus => "M5 12h14",
            Self::Cross => "M6.5 6.5l11 11M17.5 6.5l-11 11",
            Self::Cart => "M5 8h14l1 12H4zM8.5 8V7a3.5 3.5 0 0 1 7 0v1",
            Self::Copy => "M9 9h10v11H9zM15 9V4H5v11h4",
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::Clock => "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M12 7.5V12l3 2",
            Self::Forward => "M5 12h14M13 6l6 6l-6 6",
            Self::Back => "M19 12H5M11 6l-6 6l6 6",
            Self::Attention => {
                "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M12 7.5v5.5\
                 M12 16v.5"
            }
            Self::Cup => {
                "M5 8h11v6a5 5 0 0 1-5 5h-1a5 5 0 0 1-5-5zM16 9.5h1.5a2.5 2.5 0 0 1 \
                 0 5H16M8 5V3.5M12 5V3.5"
            }
            Self::Leave => "M13 4H5v16h8M10 12h10M16.5 8.5L20 12l-3.5 3.5",
            Self::Close => "M7 7l10 10M17 7L7 17",
            Self::Filter => "M4 8h8M17 8h3M14.5 5.5v5M4 16h3M12 16h8M9.5 13.5v5",
            Self::Globe => {
                "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M3.5 12h17M12 3.5\
                 c-5 5-5 12 0 17M12 3.5c5 5 5 12 0 17"
            }
            Self::Parcel => "M12 3.5l8 4.2v8.6l-8 4.2l-8-4.2V7.7zM4 7.7l8 4.3l8-4.3M12 12v8.5",
            Self::Heart => {
                "M12 19.5C6.5 15.6 3.8 12.6 3.8 9.2a4.3 4.3 0 0 1 8.2-1.8a4.3 4.3 0 0 1 8.2 1.8\
                 c0 3.4-2.7 6.4-8.2 10.3z"
            }
            Self::Pin => {
                "M12 21c4.4-4.4 6.6-7.9 6.6-10.6a6.6 6.6 0 1 0-13.2 0C5.4 13.1 7.6 16.6 12 21z\
                 M12 8.2a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 0 0 0-4.4"
            }
            Self::Lock => "M5.5 11h13v9h-13zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2",
            Self::Chat => {
                "M12 4c-4.7 0-8.5 3.2-8.5 7.2c0 2.3 1.2 4.3 3.2 5.6L6 20l3.7-2c.7.2 1.5.3 2.3.3\
                 c4.7 0 8.5-3.2 8.5-7.1S16.7 4 12 4M8.5 11.2h.01M12 11.2h.01M15.5 11.2h.01"
            }
            Self::Send => "M4.5 12L20 4.5L16 20l-4.2-6zM11.8 14L20 4.5",
            Self::ThumbUp => {
                "M7.5 11v9h-3v-9zM7.5 11l3.7-7c1.4 0 2.3 1 2.3 2.4L13 9.5h4.9\
                 a1.8 1.8 0 0 1 1.8 2.2l-1.3 6.6a2 2 0 0 1-2 1.7H7.5"
            }
            Self::ThumbDown => {
                "M16.5 13V4h3v9zM16.5 13l-3.7 7c-1.4 0-2.3-1-2.3-2.4l.5-3.1H6.1\
                 a1.8 1.8 0 0 1-1.8-2.2l1.3-6.6a2 2 0 0 1 2-1.7h8.9"
            }
            Self::Bell => "M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4",
            Self::Still => "M6 17V11a6 6 0 0 1 9-5.2M18 10.5V17l1.5 1.5h-15M10 21h4M4.5 4.5l15 15",
            Self::Enlarge => "M14 4.5h5.5V10M10 19.5H4.5V14M19.5 4.5L13.5 10.5M4.5 19.5l6-6",
        }
    }
}

impl IntoRender for Icon {
    type Output = AnyView;

    fn into_render(self) -> Self::Output {
        view! {
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <path d=self.path() />
            </svg>
        }
        .into_any()
    }
}

/// The shop's mark: three who wait in line, the first one served.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <circle class="mark-first" cx="9" cy="16" r="7" />
            <path class="mark-next" d="M18.5 10.5a7 7 0 0 1 0 11M24 8.5a10 10 0 0 1 0 15" />
        </svg>
    }
}
