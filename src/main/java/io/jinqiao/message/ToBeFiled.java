package io.jinqiao.message;

/** Something a person has applied for at a registry: it is compared with the loan it is for before it goes out. */
public interface ToBeFiled {
    /** Whose application it belongs to. */
    PartnerId bank();

    /** The bank's number of the application. */
    String applicationNo();

    RegistrationApplication application();
}
