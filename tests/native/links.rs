//! Guards that a link from outside leads to a page on the web or nowhere, and to the host that is shown.

use crate::support::cases;
use bellwether::link::host_of;
use proptest::prelude::*;

#[test]
fn the_host_of_a_link_is_the_one_that_browsers_go_to() {
    for (link, host) in [
        ("https://example.org", "example.org"),
        ("http://example.org/", "example.org"),
        ("https://www.example.org/a/b?c=d#e", "www.example.org"),
        ("https://example.org?a/b", "example.org"),
        ("https://example.org#a@b", "example.org"),
        ("https://example.org:8443/a", "example.org:8443"),
        ("https://[2001:db8::1]/a", "[2001:db8::1]"),
        ("https://xn--mnchen-3ya.example/", "xn--mnchen-3ya.example"),
        // What looks like a host is a name to log in with.
        ("https://good.example@evil.example/", "evil.example"),
        ("https://good.example:443@evil.example", "evil.example"),
        ("https://a@good.example@evil.example/", "evil.example"),
        ("https://good.example%2f@evil.example/", "evil.example"),
        // A backslash is a slash to browsers.
        ("https://evil.example\\good.example", "evil.example"),
        ("https://evil.example\\@good.example/", "evil.example"),
        ("https://evil.example/@good.example", "evil.example"),
        ("https://evil.example?@good.example", "evil.example"),
    ] {
        assert_eq!(host_of(link), Some(host), "{link}");
    }
}

#[test]
fn what_is_no_page_on_the_web_is_no_link() {
    for link in [
        "",
        "example.org",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "blob:https://example.org/1",
        "file:///etc/passwd",
        "ftp://example.org/",
        "mailto:a@example.org",
        "//example.org/",
        "/a",
        "#/record",
        "https:/example.org",
        "https:example.org",
        " https://example.org",
        "HTTPS://example.org",
    ] {
        assert_eq!(host_of(link), None, "{link:?}");
    }
}

/// Browsers would go to another host than the one that stands there.
#[test]
fn a_host_that_is_not_plain_is_no_link() {
    for link in [
        "https://",
        "https:///evil.example/",
        "https://\\evil.example/",
        "https://@/",
        "https://good.example@",
        "https://\t/evil.example/",
        "https://evil\t.example/",
        "https://good.example\n.evil.example/",
        "https://good.example .evil.example/",
        "https://evil%2eexample/",
        "https://\u{202e}elpmaxe.live/",
        "https://g\u{43e}od.example/",
        "https://good.example\u{ff0f}.evil.example/",
        "https://good.example\u{2024}evil/",
    ] {
        assert_eq!(host_of(link), None, "{link:?}");
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn whatever_stands_there_a_host_is_plain_and_part_of_the_link(
        scheme in "(https?://|javascript:|//|)",
        rest in "[a-z.@:/\\\\?#%\t\u{202e} ]{0,20}",
    ) {
        let link = format!("{scheme}{rest}");
        if let Some(host) = host_of(&link) {
            prop_assert!(link.starts_with("https://") || link.starts_with("http://"));
            prop_assert!(link.contains(host));
            prop_assert!(!host.contains(['/', '\\', '@', '?', '#', '%', '\t', ' ']));
        }
    }
}
