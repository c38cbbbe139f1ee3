package io.jinqiao.workbench.simulate.credit.enquiry;

/** How the 80 characters of a head end: public clients disagree. */
public enum HeadForm {
    /** Ten zeros and a line end. */
    LINE_END("0000000000\r\n"),
    /** Twelve zeros. */
    ZEROS("000000000000");

    private final String tail;

    HeadForm(String tail) {
        this.tail = tail;
    }

    String tail() {
        return tail;
    }
}
