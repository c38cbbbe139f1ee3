package io.jinqiao.assessment.gather;

/**
 * Loans that are alike.
 *
 * @param vintage quarter or month they were paid out in, such as {@code 2025Q3}
 * @param group who pays the contributions of their borrowers
 */
record Cell(String vintage, String group) {
    @Override
    public String toString() {
        return vintage + "/" + group;
    }
}
