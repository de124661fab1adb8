//! The settings.

use crate::kit::parts::address;
use std::process::Command;
use toml::Table;

fn read(file: &str) -> Table {
    let path = format!("{}/../{file}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap().parse().unwrap()
}

#[test]
fn what_is_built_is_what_is_served() {
    let runtime = read("Leptos.toml");
    let runtime = runtime["package"]["metadata"]["leptos"].as_table().unwrap();
    let build = read("Cargo.toml");
    let build = build["workspace"]["metadata"]["leptos"][0].as_table().unwrap();
    assert_eq!(runtime["output-name"], build["name"]);
    for key in ["site-root", "site-pkg-dir", "site-addr", "reload-port"] {
        assert_eq!(runtime[key], build[key], "{key}");
    }
}

/// What the server says when it does not start because of these.
fn refused(wrong: &[(&str, &str)]) -> String {
    refused_to("migrate", wrong)
}

/// The same of another command.
fn refused_to(command: &str, wrong: &[(&str, &str)]) -> String {
    let key = "0".repeat(64);
    let good = [
        ("DATABASE_URL", address("DATABASE_URL")),
        ("REDIS_URL", address("REDIS_URL")),
        ("KAFKA_BROKERS", address("KAFKA_BROKERS")),
        ("SEONCHAK_SESSION_KEY", key),
    ];
    let output = Command::new(env!("CARGO_BIN_EXE_server"))
        .arg(command)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .envs(good)
        .envs(wrong.iter().copied())
        .output()
        .unwrap();
    assert!(!output.status.success(), "{wrong:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_wrong_setting_is_refused_by_its_name() {
    let wrong = [
        ("DATABASE_URL", "postgres://nowhere"),
        ("REDIS_URL", "nowhere"),
        ("SEONCHAK_SESSION_KEY", "too short"),
        ("SEONCHAK_HTTPS", "perhaps"),
        ("SEONCHAK_STAFF_FACTOR", "perhaps"),
        ("SEONCHAK_REHEARSAL", "perhaps"),
        ("SEONCHAK_PLACE_KEPT_S", "3"),
        ("SEONCHAK_CHALLENGE_BITS", "25"),
        ("SEONCHAK_CLICKS_PER_MEMBER", "-1"),
        ("SEONCHAK_CLICKS_PER_ADDRESS", "many"),
        ("SEONCHAK_SIGN_UPS_PER_HOUR", "some"),
        ("SEONCHAK_TRUSTED_PROXIES", "10.0.0.0/8,10.0.0.0/99"),
        ("SEONCHAK_CHAT_TOPIC", "쇼핑"),
        ("SEONCHAK_CHAT_PARTITIONS", "0"),
        ("SEONCHAK_CHAT_LOG_DAYS", "a week"),
        ("SEONCHAK_CHAT_MESSAGES_PER_S", "-1"),
        ("SEONCHAK_COUNSEL_HOURS", "always"),
        ("SEONCHAK_CHAT_KEPT_DAYS", "0"),
        ("SEONCHAK_CHAT_BOT", "perhaps"),
        ("SEONCHAK_MEDIA_DIR", "/dev/null/pictures"),
        ("SEONCHAK_MEDIA_S3", "s3://no/bucket"),
        ("SEONCHAK_SMTP_URL", "nowhere"),
        ("SEONCHAK_MAIL_FROM", "nobody"),
        ("SEONCHAK_ORIGIN", "shop.kr/mall"),
        ("SEONCHAK_LETTERS_PER_HOUR", "many"),
        ("LEPTOS_SITE_ADDR", "nowhere"),
    ];
    for (name, value) in wrong {
        let said = refused(&[(name, value)]);
        // Leptos calls its settings as its file does.
        let in_the_file = name.trim_start_matches("LEPTOS_").to_lowercase().replace('_', "-");
        assert!(said.contains(name) || said.contains(&in_the_file), "{name}: {said}");
    }
}

#[test]
fn a_provider_is_known_wholly_or_not_at_all() {
    let known = [
        ("SEONCHAK_HTTPS", "yes"),
        ("SEONCHAK_ORIGIN", "https://shop.kr"),
        ("SEONCHAK_GOOGLE_CLIENT_ID", "shop"),
        ("SEONCHAK_GOOGLE_CLIENT_SECRET", "hidden"),
    ];
    let wrong = [
        ("SEONCHAK_ORIGIN", "shop.kr"),
        ("SEONCHAK_ORIGIN", "http://shop.kr"),
        ("SEONCHAK_GOOGLE_CLIENT_SECRET", ""),
        ("SEONCHAK_GOOGLE_URL", "http://accounts.google.com"),
    ];
    for (name, value) in wrong {
        let said = refused(&[&known[..], &[(name, value)]].concat());
        assert!(said.contains(name) && !said.contains("hidden"), "{name}: {said}");
    }
    // What is wrong once all of them are read.
    let said = refused(&[&known[..], &[("DATABASE_URL", "postgres://nowhere")]].concat());
    assert!(said.contains("DATABASE_URL"), "{said}");
}

#[test]
fn a_switch_takes_yes_and_no_and_true_and_false() {
    for value in ["yes", "no", "true", "false"] {
        let said = refused(&[
            ("SEONCHAK_HTTPS", value),
            (
                "SEONCHAK_ORIGIN",
                if matches!(value, "yes" | "true") { "https://shop.kr" } else { "" },
            ),
            ("SEONCHAK_REHEARSAL", value),
            // What is wrong once all of them are read.
            ("DATABASE_URL", "postgres://nowhere"),
        ]);
        assert!(said.contains("DATABASE_URL"), "{value}: {said}");
    }
}

#[test]
fn behind_https_the_shop_must_say_where_its_letters_lead() {
    let said = refused(&[("SEONCHAK_HTTPS", "yes")]);
    assert!(said.contains("SEONCHAK_ORIGIN"), "{said}");
    for origin in ["http://shop.kr", "https://", "https://a@shop.kr", "https://shop.kr/mall"] {
        let said = refused(&[("SEONCHAK_HTTPS", "yes"), ("SEONCHAK_ORIGIN", origin)]);
        assert!(said.contains("SEONCHAK_ORIGIN"), "{origin}: {said}");
    }
}

#[test]
fn a_shop_behind_https_gets_no_account_whose_password_everybody_can_read() {
    let https = [("SEONCHAK_HTTPS", "yes"), ("SEONCHAK_ORIGIN", "https://shop.kr")];
    let said = refused_to("demo", &https);
    assert!(said.contains("no demo"), "{said}");
}

#[test]
fn whoever_is_reached_by_https_must_say_so() {
    let said = refused(&[("SEONCHAK_HTTPS", "no"), ("SEONCHAK_ORIGIN", "https://shop.kr")]);
    assert!(said.contains("SEONCHAK_ORIGIN") && said.contains("SEONCHAK_HTTPS=yes"), "{said}");
}

#[test]
fn no_password_of_a_container_has_a_default() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../compose.yaml");
    let compose = std::fs::read_to_string(path).unwrap();
    let passwords: Vec<&str> = compose.split("${SEONCHAK_DATABASE_PASSWORD").skip(1).collect();
    assert_eq!(passwords.len(), 2, "MySQL's and the shop's");
    assert!(passwords.iter().all(|rest| rest.starts_with(":?")), "{passwords:?}");
}

#[test]
fn a_bucket_is_reached_as_the_environment_says() {
    let said = refused(&[("SEONCHAK_MEDIA_S3", "pictures"), ("AWS_ALLOW_HTTP", "perhaps")]);
    assert!(said.contains("AWS_") && said.contains("perhaps"), "{said}");
}
