//! Signing in by Google, Kakao and Naver.

mod bed;
mod linking;
mod newcomers;
mod outages;
mod pages;
mod providers;
mod refused;
