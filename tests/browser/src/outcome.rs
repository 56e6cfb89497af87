//! A result as it is shown.

use crate::app::App;
use crate::failure::Result;
use std::collections::BTreeMap;

impl App {
    /// The titles of the elements with their scores, as the bars show them from the top down.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn scores(&self) -> Result<Vec<(String, String)>> {
        let script = "return all('.bellwether-bars tbody tr')
            .map(row => [text(row.querySelector('th')), text(row.lastElementChild)])";
        self.look(script, &[]).await
    }

    /// The scores of the domains in order, as the table beside the radar shows them.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn domain_scores(&self) -> Result<Vec<String>> {
        let script =
            "return all('.bellwether-radar tbody tr').map(row => text(row.lastElementChild))";
        self.look(script, &[]).await
    }

    /// The elements that stand under a heading, with the whole text of each.
    ///
    /// # Errors
    /// If there is no such heading.
    pub async fn named_under(&self, heading: &str) -> Result<Vec<(String, String)>> {
        let script = "const heading = all('main h2').find(node => text(node) === arguments[0]);
            const under = [];
            for (let node = heading.nextElementSibling; node && node.localName !== 'h2' && !node.querySelector('h2');
                node = node.nextElementSibling) under.push(node);
            return under.filter(node => node.querySelector('h3')).map(element =>
                [without(element.querySelector('h3'), 'span'), text(element)])";
        self.look(script, &[heading.into()]).await
    }

    /// Every statement with its answer, as the result lists them.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn all_answers(&self) -> Result<Vec<(String, String)>> {
        let script =
            "return all('.bellwether-answers tbody tr').filter(row => row.cells.length > 1)
            .map(row => [text(row.cells[0]), text(row.cells[1])])";
        self.look(script, &[]).await
    }

    /// What the head of the result says, by its terms.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn facts(&self) -> Result<BTreeMap<String, String>> {
        let script = "return Object.fromEntries(all('.bellwether-facts div')
            .map(fact => [text(fact.querySelector('dt')), text(fact.querySelector('dd'))]))";
        self.look(script, &[]).await
    }

    /// The titles of the elements that stand under a heading.
    ///
    /// # Errors
    /// If there is no such heading.
    pub async fn titles_under(&self, heading: &str) -> Result<Vec<String>> {
        Ok(self.named_under(heading).await?.into_iter().map(|(title, _)| title).collect())
    }

    /// Scores by numbers of elements as scores by their titles.
    ///
    /// # Errors
    /// If there is no such element.
    pub fn titled(&self, scores: &[(usize, &str)]) -> Result<Vec<(String, String)>> {
        let titled = scores.iter().map(|(number, score)| {
            Ok((self.framework.element(*number)?.title.clone(), (*score).to_owned()))
        });
        titled.collect()
    }
}
