package io.jinqiao.workbench.conformance;

/** The same said to both readers of a report. */
record Words(String chinese, String english) {
    @Override
    public String toString() {
        return chinese + " / " + english;
    }
}
