package io.jinqiao.workbench.simulate.credit.enquiry;

/** How the signature is wrapped: public clients disagree. */
public enum SignatureForm {
    /** {@code {S:…:S}}. */
    CLOSED(":S}"),
    /** {@code {S:…}} and a line end. */
    LINE_END("}\r\n");

    static final String START = "{S:";

    private final String end;

    SignatureForm(String end) {
        this.end = end;
    }

    String end() {
        return end;
    }
}
