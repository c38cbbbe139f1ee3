package io.jinqiao.credit.file;

/** Something in an answer that cannot be read. Carries no values. @param line from 1, the header is 1 */
public record FeedbackProblem(long line, String zh, String en) {
    @Override
    public String toString() {
        return "line " + line + ": " + zh + " / " + en;
    }
}
