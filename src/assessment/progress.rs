//! How far a person is, kept by counting so that one more answer costs the same at any length.

use super::questionnaire::Questionnaire;
use super::response::Assessment;
use crate::framework::StatementId;

/// How many statements of each page have an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    per_page: Vec<usize>,
    answered: usize,
    total: usize,
}

/// How far one page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageState {
    /// No statement has an answer.
    NotStarted,
    /// Some have.
    Started {
        /// How many have one.
        answered: usize,
        /// How many there are.
        asked: usize,
    },
    /// All have.
    Done,
}

impl Progress {
    /// Counts from the beginning.
    pub fn of(questionnaire: &Questionnaire, assessment: &Assessment) -> Self {
        let mut progress = Self {
            per_page: vec![0; questionnaire.pages().len()],
            answered: 0,
            total: questionnaire.len(),
        };
        for (statement, _) in assessment.responses.iter() {
            let statement: StatementId = (&**statement).into();
            let has_answer = questionnaire.response(assessment, &statement).is_some();
            progress.count(questionnaire, &statement, false, has_answer);
        }
        progress
    }

    /// Counts a change of one answer. Statements that are not asked do not count.
    pub fn count(
        &mut self,
        questionnaire: &Questionnaire,
        statement: &StatementId,
        had_answer: bool,
        has_answer: bool,
    ) {
        let Some(page) = questionnaire.page_of_statement(statement) else { return };
        let Some(on_page) = self.per_page.get_mut(page) else { return };
        if has_answer && !had_answer {
            *on_page += 1;
            self.answered += 1;
        } else if had_answer && !has_answer {
            *on_page = on_page.saturating_sub(1);
            self.answered = self.answered.saturating_sub(1);
        }
    }

    /// How many statements have an answer.
    pub fn answered(&self) -> usize {
        self.answered
    }

    /// How many statements are asked.
    pub fn total(&self) -> usize {
        self.total
    }

    /// How many statements have no answer.
    pub fn unanswered(&self) -> usize {
        self.total.saturating_sub(self.answered)
    }

    /// How far a page is.
    pub fn page(&self, questionnaire: &Questionnaire, number: usize) -> PageState {
        let answered = self.per_page.get(number).copied().unwrap_or(0);
        let asked = questionnaire.page(number).map_or(0, |page| page.element.statements.len());
        match answered {
            0 => PageState::NotStarted,
            n if n >= asked => PageState::Done,
            _ => PageState::Started { answered, asked },
        }
    }

    /// The first page on which a statement has no answer.
    pub fn first_open_page(&self, questionnaire: &Questionnaire) -> Option<usize> {
        (0..self.per_page.len()).find(|&number| self.page(questionnaire, number) != PageState::Done)
    }
}
