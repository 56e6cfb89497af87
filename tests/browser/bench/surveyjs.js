// As SurveyJS's own examples show it: answers and page go to local storage at every change.
(async () => {
  const questionnaire = await (await fetch("questionnaire.json")).json();
  const survey = new Survey.Model(questionnaire);
  const save = survey => {
    const stored = JSON.stringify({ ...survey.data, pageNo: survey.currentPageNo });
    localStorage.setItem("survey", stored);
  };
  survey.onValueChanged.add(save);
  survey.onCurrentPageChanged.add(save);
  survey.render(document.getElementById("survey"));
  window.survey = survey;
})();
