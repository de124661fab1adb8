//! Files in the browser: choosing them, showing them before they are sent, sending them.
//! [`absent`](files/absent.rs) is its shape on the server.

use super::order::Picture;
use crate::api_error::ApiError;
use gloo_net::http::Request;
use leptos::ev::PointerEvent;
use leptos::prelude::document;
use shop::Refusal;
use shop::catalog::owner::Saved;
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::JsCast;
use web_sys::{Element, File, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, Url};

/// Seconds to wait when the network itself failed.
const NETWORK_RETRY_S: u32 = 3;

thread_local! {
    /// The chosen files, by number: a signal can hold the number.
    static FILES: RefCell<HashMap<u32, (File, String)>> = RefCell::default();
    static LAST: RefCell<u32> = const { RefCell::new(0) };
}

/// Takes the files that were chosen out of an input, and gives each its number and the address of
/// its preview.
pub(super) fn adopt(input_id: &str) -> Vec<(u32, String)> {
    let Some(input) = element::<HtmlInputElement>(input_id) else { return vec![] };
    let Some(chosen) = input.files() else { return vec![] };
    let adopted = (0..chosen.length()).filter_map(|index| chosen.get(index)).filter_map(adopt_one);
    let adopted: Vec<_> = adopted.collect();
    input.set_value("");
    adopted
}

fn adopt_one(file: File) -> Option<(u32, String)> {
    let preview = Url::create_object_url_with_blob(&file).ok()?;
    let number = LAST.with_borrow_mut(|last| {
        *last += 1;
        *last
    });
    FILES.with_borrow_mut(|files| files.insert(number, (file, preview.clone())));
    Some((number, preview))
}

/// Forgets a file, and gives its preview's memory back.
pub(super) fn forget(number: u32) {
    if let Some((_, preview)) = FILES.with_borrow_mut(|files| files.remove(&number)) {
        let _ = Url::revoke_object_url(&preview);
    }
}

/// Sends the form with these pictures in this order.
pub(super) async fn send(form_id: &str, pictures: &[Picture]) -> Result<Saved, Refusal> {
    let form = element::<HtmlFormElement>(form_id).ok_or(Refusal::Broken)?;
    let data = data_of(&form, pictures).ok_or(Refusal::Broken)?;
    let unreachable = |_| Refusal::Unavailable { retry_after_s: NETWORK_RETRY_S };
    let request = Request::post("/admin/products").header("Accept", "application/json");
    let response = request.body(data).map_err(unreachable)?.send().await.map_err(unreachable)?;
    if response.ok() {
        return response.json().await.map_err(unreachable);
    }
    let refused: Result<ApiError, _> = response.json().await;
    Err(refused.map_or(Refusal::Unavailable { retry_after_s: NETWORK_RETRY_S }, |e| e.refusal))
}

fn data_of(form: &HtmlFormElement, pictures: &[Picture]) -> Option<FormData> {
    let data = FormData::new_with_form(form).ok()?;
    data.delete("picture");
    for picture in pictures {
        match picture {
            Picture::Kept(name) => data.append_with_str("picture", name).ok()?,
            Picture::New(number) => FILES.with_borrow(|files| {
                let (file, _) = files.get(number)?;
                data.append_with_blob_and_filename("picture", file, &file.name()).ok()
            })?,
        }
    }
    Some(data)
}

/// The picture whose grip is pressed; from now on the list hears where the pointer goes.
pub(super) fn grabbed(event: &PointerEvent) -> Option<u32> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let slot = slot_of(&target.closest(".picture-grip").ok()??)?;
    let list = event.current_target()?.dyn_into::<Element>().ok()?;
    list.set_pointer_capture(event.pointer_id()).ok()?;
    event.prevent_default();
    Some(slot)
}

/// The picture that the pointer is over.
pub(super) fn pointed_at(event: &PointerEvent) -> Option<u32> {
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    slot_of(&document().element_from_point(x, y)?)
}

fn slot_of(element: &Element) -> Option<u32> {
    element.closest("[data-slot]").ok()??.get_attribute("data-slot")?.parse().ok()
}

/// Moves the keyboard to an element.
pub(super) fn focus(id: &str) {
    if let Some(element) = element::<HtmlElement>(id) {
        let _ = element.focus();
    }
}

fn element<T: JsCast>(id: &str) -> Option<T> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
