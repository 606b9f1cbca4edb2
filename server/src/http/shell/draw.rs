//! The markup. It is the client's, element for element (`app/src/components`), so that nothing
//! jumps when the client takes over.

use std::fmt::Write as _;

use postern_api as wire;

use super::pages::{Page, WAIT};
use crate::http::state::AppState;
use crate::l10n::{self, Args};
use crate::markup::escape;

const MARK: &str = include_str!("mark.svg");
const COMPANION: &str = include_str!("companion.svg");

/// Draws one page in one language.
pub(super) fn draw(state: &AppState, locale: &str, page: Page, no_flow: bool) -> String {
    let words = Words { state, locale };
    let direction = l10n::find_supported(locale).map_or("ltr", |known| known.direction.as_str());
    let site = super::site_info(state, locale);
    let page = page.where_unlocking(site.unlock);
    let head = head(&words, &site, page, no_flow);
    let banner = if site.demonstration {
        demo_banner(&words)
    } else {
        String::new()
    };
    let header = header(&words, &site);
    let main = main(&words, &site, page);
    let help_desk = help_desk(&words, &site.help_desk);
    let unavailable = words.text("common-unavailable-title", &[]);
    let unavailable_text = words.text("common-unavailable-text", &[]);
    let noscript = words.text("common-noscript", &[]);
    let skip = words.text("common-skip-link", &[]);
    format!(
        "<!doctype html>\n<html lang=\"{locale}\" dir=\"{direction}\">\n<head>\n{head}</head>\n<body>\n\
         <div id=\"portal\"><a class=\"skip-link\" href=\"#main\">{skip}</a>{banner}{header}\
         <main id=\"main\" class=\"page\" tabindex=\"-1\">{main}</main>\
         <footer class=\"site-footer\">{help_desk}</footer></div>\n\
         <div id=\"unavailable\" role=\"alert\"><h1>{unavailable}</h1><p>{unavailable_text}</p>{help_desk}</div>\n\
         <noscript><p class=\"notice\" data-tone=\"warning\">{noscript}</p></noscript>\n\
         </body>\n</html>\n"
    )
}

/// Messages of one language, escaped.
struct Words<'a> {
    state: &'a AppState,
    locale: &'a str,
}

impl Words<'_> {
    fn text(&self, id: &str, args: &Args<'_>) -> String {
        escape(&self.state.texts.get(self.locale, id, args))
    }

    fn attribute(&self, id: &str, attribute: &str) -> String {
        escape(&self.state.texts.attribute(self.locale, id, attribute, &[]))
    }
}

fn head(words: &Words<'_>, site: &wire::SiteInfo, page: Page, no_flow: bool) -> String {
    let assets = &words.state.assets;
    let title = words.state.texts.get(words.locale, page.title(), &[]);
    let title = words.text(
        "common-page-title",
        &[
            ("organisation", site.organisation.as_str().into()),
            ("page", title.into()),
        ],
    );
    // Plain strings and numbers: serialising cannot fail.
    let site_json = escape(&serde_json::to_string(site).unwrap_or_default());
    let assets_json = serde_json::json!({
        "glue": assets.glue(), "wasm": assets.wasm(), "worker": assets.worker(),
        "judge": assets.judge(), "rules": assets.rules(),
    });
    let assets_json = escape(&assets_json.to_string());
    let table = escape(assets.table(words.locale).unwrap_or_default());
    let flow = if no_flow {
        "<meta name=\"postern-flow\" content=\"none\">\n"
    } else {
        ""
    };
    // Deep pages belong to one person's flow; only the doors may be found.
    let robots = match page {
        Page::Home | Page::Identify | Page::Unlock => "",
        Page::Step(..) | Page::NotFound => "<meta name=\"robots\" content=\"noindex\">\n",
    };
    format!(
        "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n\
         <title>{title}</title>\n<style>{css}</style>\n\
         <link rel=\"modulepreload\" href=\"{glue}\">\n\
         <link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <link rel=\"preload\" href=\"{table}\" as=\"fetch\" crossorigin>\n\
         <script type=\"module\" src=\"{boot}\"></script>\n\
         <meta name=\"description\" content=\"{description}\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">\n\
         <link rel=\"apple-touch-icon\" href=\"/apple-touch-icon.png\">\n\
         <link rel=\"manifest\" href=\"/site.webmanifest\">\n\
         <meta name=\"postern-site\" content=\"{site_json}\">\n\
         <meta name=\"postern-assets\" content=\"{assets_json}\">\n{flow}{robots}",
        css = assets.critical_css(),
        glue = escape(assets.glue()),
        wasm = escape(assets.wasm()),
        boot = escape(assets.boot()),
        description = words.text(
            "home-lead",
            &[("organisation", site.organisation.as_str().into())]
        ),
    )
}

fn demo_banner(words: &Words<'_>) -> String {
    let (banner, link) = (
        words.text("common-demo-banner", &[]),
        words.text("common-demo-link", &[]),
    );
    format!(
        "<section class=\"demo-banner\" aria-labelledby=\"demo-banner\"><span id=\"demo-banner\">{banner}</span> \
         <a href=\"/demo\" rel=\"external\">{link}</a></section>"
    )
}

fn header(words: &Words<'_>, site: &wire::SiteInfo) -> String {
    let organisation = escape(&site.organisation);
    let languages = if site.locales.len() > 1 {
        language_select(words, site)
    } else {
        String::new()
    };
    format!(
        "<header class=\"site-header\"><a class=\"brand\" href=\"/\">{mark}<span class=\"brand-name\">{organisation}</span></a>{languages}</header>",
        mark = MARK.trim_end()
    )
}

fn language_select(words: &Words<'_>, site: &wire::SiteInfo) -> String {
    let label = words.attribute("common-language", "label");
    let mut options = String::new();
    for locale in &site.locales {
        let selected = if locale.tag == words.locale {
            " selected"
        } else {
            ""
        };
        let (tag, name) = (escape(&locale.tag), escape(&locale.name));
        // Writing to a string does not fail.
        _ = write!(
            options,
            "<option value=\"{tag}\" lang=\"{tag}\"{selected}>{name}</option>"
        );
    }
    format!(
        "<div class=\"language-select\"><label class=\"visually-hidden\" for=\"language\">{label}</label>\
         <select id=\"language\">{options}</select></div>"
    )
}

fn main(words: &Words<'_>, site: &wire::SiteInfo, page: Page) -> String {
    let companion = companion(words, site);
    let heading = words.text(page.title(), &[]);
    let panel = match page {
        Page::Home => {
            let lead = words.text(
                "home-lead",
                &[("organisation", site.organisation.as_str().into())],
            );
            let (reset, hint) = (words.text("home-reset", &[]), words.text("home-reset-hint", &[]));
            let unlock = if site.unlock {
                home_unlock(words)
            } else {
                String::new()
            };
            format!(
                "<h1 tabindex=\"-1\">{heading}</h1><p class=\"lead\">{lead}</p>\
                 <a class=\"button\" href=\"/reset\">{reset}</a><p class=\"hint\">{hint}</p>{unlock}"
            )
        }
        Page::Identify => identify(
            words,
            site,
            &heading,
            "reset-identify-lead",
            ("/unlock", "reset-unlock-instead"),
        ),
        Page::Unlock => identify(
            words,
            site,
            &heading,
            "reset-unlock-start-lead",
            ("/reset", "reset-unlock-forgot"),
        ),
        Page::Step(_, WAIT) => format!("<h1 tabindex=\"-1\">{heading}</h1>"),
        Page::Step(..) => {
            format!(
                "<h1 tabindex=\"-1\">{heading}</h1><p class=\"lead\">{}</p>",
                words.text("common-wait", &[])
            )
        }
        Page::NotFound => {
            let (lead, go_home) = (
                words.text("problem-not-found-lead", &[]),
                words.text("common-go-home", &[]),
            );
            format!(
                "<h1 tabindex=\"-1\">{heading}</h1><p class=\"lead\">{lead}</p><a class=\"button\" href=\"/\">{go_home}</a>"
            )
        }
    };
    format!("{companion}<section class=\"panel\">{panel}</section>")
}

fn home_unlock(words: &Words<'_>) -> String {
    let (unlock, hint) = (
        words.text("home-unlock", &[]),
        words.text("home-unlock-hint", &[]),
    );
    format!(
        "<a class=\"button\" data-variant=\"secondary\" href=\"/unlock\">{unlock}</a><p class=\"hint\">{hint}</p>"
    )
}

fn companion(words: &Words<'_>, site: &wire::SiteInfo) -> String {
    let title = words.text("reset-companion-title", &[]);
    let text = words.text("reset-companion-text", &[("ways", site.required_methods.into())]);
    format!(
        "<aside class=\"companion\">{}<h2>{title}</h2><p>{text}</p></aside>",
        COMPANION.trim_end()
    )
}

/// The first form. `other` is the address and the words of the way to the other purpose.
fn identify(
    words: &Words<'_>,
    site: &wire::SiteInfo,
    heading: &str,
    lead: &str,
    other: (&str, &str),
) -> String {
    let total = site.required_methods + 2;
    let step = words.text("common-step", &[("current", 1.into()), ("total", total.into())]);
    let lead = words.text(lead, &[]);
    let label = words.attribute("reset-identify-user", "label");
    let button = words.text("reset-identify-continue", &[]);
    let ways = if site.unlock {
        let (address, label) = (other.0, words.text(other.1, &[]));
        format!("<ul class=\"ways\"><li><a href=\"{address}\">{label}</a></li></ul>")
    } else {
        String::new()
    };
    format!(
        "<p class=\"step\">{step}</p><h1 tabindex=\"-1\">{heading}</h1><p class=\"lead\">{lead}</p>\
         <form id=\"identify-form\" method=\"dialog\" novalidate><div class=\"field\">\
         <label for=\"identifier\">{label}</label>\
         <input id=\"identifier\" name=\"identifier\" type=\"text\" autocomplete=\"username\" autocapitalize=\"none\" \
         spellcheck=\"false\" dir=\"ltr\"></div>\
         <button type=\"submit\" class=\"button\">{button}</button></form>{ways}"
    )
}

fn help_desk(words: &Words<'_>, desk: &wire::HelpDesk) -> String {
    let name = words.text("common-help-desk", &[]);
    let mut parts = Vec::new();
    if let Some(phone) = &desk.phone {
        let dialled: String = phone
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect();
        parts.push(format!(
            " <a href=\"tel:{dialled}\"><bdi dir=\"ltr\">{}</bdi></a>",
            escape(phone)
        ));
    }
    if let Some(email) = &desk.email {
        let email = escape(email);
        parts.push(format!(
            " <a href=\"mailto:{email}\"><bdi dir=\"ltr\">{email}</bdi></a>"
        ));
    }
    if let Some(link) = &desk.link {
        let label = words.text("common-help-desk-website", &[]);
        parts.push(format!(
            " <a href=\"{}\" rel=\"external\">{label}</a>",
            escape(link)
        ));
    }
    if let Some(hours) = &desk.hours {
        parts.push(format!(
            " <span class=\"help-desk-hours\">{}</span>",
            escape(hours)
        ));
    }
    if parts.is_empty() {
        parts.push(format!(
            " <span>{}</span>",
            words.text("common-help-desk-unknown", &[])
        ));
    }
    format!(
        "<p class=\"help-desk\"><span class=\"help-desk-name\">{name}</span>{}</p>",
        parts.concat()
    )
}
