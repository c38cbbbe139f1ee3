package io.jinqiao.workbench.simulate.credit.enquiry;

/** An enquiry that is answered with a code and no report. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    final String code;

    Refused(String code, String words) {
        super(words);
        this.code = code;
    }
}
