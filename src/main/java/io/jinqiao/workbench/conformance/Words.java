package io.jinqiao.workbench.conformance;

/** The same said to both readers of a report. */
record Words(String chinese, String english) {
    /** Of a sentence that says it in Chinese, a stroke, and in English; else the same twice. */
    static Words of(String both) {
        int stroke = both.indexOf(" / ");
        return stroke < 0 ? new Words(both, both) : new Words(both.substring(0, stroke), both.substring(stroke + " / ".length()));
    }

    @Override
    public String toString() {
        return chinese + " / " + english;
    }
}
