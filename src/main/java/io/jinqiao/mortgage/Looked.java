package io.jinqiao.mortgage;

import org.jspecify.annotations.Nullable;

/**
 * Command: a person has looked at what is in doubt about a case. Nothing that was not taken is taken by it.
 *
 * @param verdict null only where no gate depends on it
 * @param seen how many things had been told of the case when it was looked at: of what came since nothing was seen
 * @param reason what became of it
 */
public record Looked(String caseNo, @Nullable Verdict verdict, int seen, String reason, String by) {
    public enum Verdict {
        /** the doubt is not right: what was entered stands; not to be said where nothing that was entered can be what was applied for */
        STANDS,
        /** the doubt is right: what was entered stands no more, until it is applied for anew */
        STANDS_NO_MORE
    }
}
