package io.jinqiao.message;

import org.jspecify.annotations.Nullable;

/**
 * Command: apply for something at a registry. It is compared with the loan it is for before it goes out.
 *
 * @param bank whose application it belongs to; the registry is not told
 * @param applicationNo the bank's number of the application
 * @param by who says so
 * @param opinionNo approval it is for; null: nobody compared it with one
 */
public record FileCase(PartnerId registry, PartnerId bank, String applicationNo, RegistrationApplication application, String by, @Nullable String opinionNo) {
    /** In place of an approval: its loan was not here to be compared with. */
    private static final String NONE = "none";

    public FileCase(PartnerId registry, PartnerId bank, String applicationNo, RegistrationApplication application, String by) {
        this(registry, bank, applicationNo, application, by, null);
    }

    /** It secures no approval, whenever its loan comes. */
    public FileCase forNoOpinion() {
        return forOpinion(NONE);
    }

    public FileCase forOpinion(@Nullable String no) {
        return new FileCase(registry, bank, applicationNo, application, by, no);
    }
}
