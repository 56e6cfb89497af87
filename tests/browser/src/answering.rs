//! Taking an assessment: starting it, answering, going on, finishing.

use crate::app::App;
use crate::failure::{Context, Result};
use crate::framework::Element;
use crate::wait::until_is;

impl App {
    /// Starts the short form and waits for its first element.
    ///
    /// # Errors
    /// If it does not come.
    pub async fn start_short(&self) -> Result {
        self.start("Start the short form").await
    }

    /// Starts the full form and waits for its first element.
    ///
    /// # Errors
    /// If it does not come.
    pub async fn start_full(&self) -> Result {
        self.start("Start the full form").await
    }

    async fn start(&self, button: &str) -> Result {
        self.press(button).await?;
        self.see_element(1).await
    }

    /// Waits for the page of the element with this number, from 1.
    ///
    /// # Errors
    /// If it does not come.
    pub async fn see_element(&self, number: usize) -> Result {
        self.see_heading(&self.framework.element(number)?.title).await
    }

    /// How many statements are on the page.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn statement_count(&self) -> Result<usize> {
        Ok(self.statements().await?.len())
    }

    /// The ids of the statements on the page.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn statements(&self) -> Result<Vec<String>> {
        self.look("return all('#main fieldset').map(group => group.closest('[id]').id)", &[]).await
    }

    /// Clicks on an answer to the n-th statement on the page, from 1. The answer is a
    /// point of the scale, or 0 for “not in my role”.
    ///
    /// # Errors
    /// If there is no such answer to click on.
    pub async fn answer(&self, nth: usize, answer: u8) -> Result {
        self.note(format!("answers statement {nth} with {answer}"));
        let statements = self.statements().await?;
        let statement = nth.checked_sub(1).and_then(|index| statements.get(index));
        let statement = statement.or_say(|| format!("there is no statement {nth} here"))?;
        self.click_answer(statement, answer).await
    }

    async fn click_answer(&self, statement: &str, answer: u8) -> Result {
        // In some layouts the button lies over its label: what is in the middle is clicked on.
        let script = "const input = document.getElementById(arguments[0]);
            const label = input.labels[0];
            label.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { x, y, width, height } = label.getBoundingClientRect();
            const hit = document.elementFromPoint(x + width / 2, y + height / 2);
            return [input, label].filter(node => node === hit)";
        let id = format!("{statement}-is-{answer}");
        let hit = self.elements(script, &[id.as_str().into()]).await?.pop();
        Ok(hit.or_say(|| format!("something covers {id}"))?.click().await?)
    }

    /// Answers all statements of the element on the page, in order.
    ///
    /// # Errors
    /// If there are fewer.
    pub async fn answer_all(&self, answers: &[u8]) -> Result {
        self.note(format!("answers {answers:?}"));
        for (statement, answer) in self.statements().await?.iter().zip(answers) {
            self.click_answer(statement, *answer).await?;
        }
        Ok(())
    }

    /// Takes the answer to the n-th statement back, from 1.
    ///
    /// # Errors
    /// If it has none.
    pub async fn clear(&self, nth: usize) -> Result {
        self.note(format!("clears statement {nth}"));
        // A bar at the top may cover what is brought just into view.
        let script = "const clear = document.getElementById(arguments[0]).querySelector('button');
            clear.scrollIntoView({ block: 'center', behavior: 'instant' });
            return [clear]";
        let statements = self.statements().await?;
        let statement = nth.checked_sub(1).and_then(|index| statements.get(index));
        let statement = statement.or_say(|| format!("there is no statement {nth} here"))?;
        for button in self.elements(script, &[statement.as_str().into()]).await? {
            button.click().await?;
        }
        Ok(())
    }

    /// The answers shown on the page: a point, 0 for “not in my role”, or none.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn answers(&self) -> Result<Vec<Option<u8>>> {
        let script = "return all('#main fieldset').map(group => {
            const chosen = group.querySelector('input:checked');
            return chosen ? Number(chosen.value) : null;
        })";
        self.look(script, &[]).await
    }

    /// Waits until the page shows these answers.
    ///
    /// # Errors
    /// If it does not.
    pub async fn see_answers(&self, wanted: &[Option<u8>]) -> Result {
        until_is("the answers", wanted, async || self.answers().await).await
    }

    /// Goes on to the next page.
    ///
    /// # Errors
    /// If there is no way on.
    pub async fn next(&self) -> Result {
        let last = self.offers("Continue to your result").await?;
        self.press(if last { "Continue to your result" } else { "Continue" }).await
    }

    /// How many statements are answered, and of how many, as the page says it.
    ///
    /// # Errors
    /// If the page does not tell.
    pub async fn progress(&self) -> Result<(usize, usize)> {
        let said: String =
            self.look("return text(document.querySelector('progress + span'))", &[]).await?;
        let numbers: Vec<usize> = said.split(' ').filter_map(|word| word.parse().ok()).collect();
        match numbers.as_slice() {
            [answered, total] => Ok((*answered, *total)),
            _ => None.or_say(|| format!("no progress in “{said}”")),
        }
    }

    /// Waits until so many statements are answered.
    ///
    /// # Errors
    /// If they are not.
    pub async fn see_progress(&self, answered: usize, total: usize) -> Result {
        until_is("the progress", (answered, total), async || self.progress().await).await
    }

    /// Answers every page from the first on, with what `answers` says for each element and its
    /// number, and goes on to the check page.
    ///
    /// # Errors
    /// If a page does not come.
    pub async fn answer_everything(&self, answers: impl Fn(usize, &Element) -> Vec<u8>) -> Result {
        for (number, element) in (1..).zip(&self.framework.elements) {
            self.see_element(number).await?;
            self.answer_all(&answers(number, element)).await?;
            self.next().await?;
        }
        self.see_heading("Check your answers").await
    }

    /// Takes the whole short form with the same answer throughout, up to the result.
    ///
    /// # Errors
    /// If a page does not come.
    pub async fn take_short_form(&self, answers: impl Fn(usize) -> u8) -> Result {
        self.start_short().await?;
        self.answer_everything(|number, _| vec![answers(number)]).await?;
        self.finish().await
    }

    /// Goes from the check page to the result.
    ///
    /// # Errors
    /// If it does not come.
    pub async fn finish(&self) -> Result {
        self.press("See your result").await?;
        self.see_heading("Your result").await
    }

    /// Goes to the check page at once, and on to the result.
    ///
    /// # Errors
    /// If it does not come.
    pub async fn finish_now(&self) -> Result {
        self.visit(&format!("#/assessment/{}/check", self.assessment().await?)).await?;
        self.see_heading("Check your answers").await?;
        self.finish().await
    }
}
