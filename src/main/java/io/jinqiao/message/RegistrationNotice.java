package io.jinqiao.message;

/** What a registry calls back with: counted by its own number, told about a case of ours. */
public interface RegistrationNotice extends CanonicalMessage {

    /** The registry's number of the notice. */
    String noticeNo();

    /** The centre's number of the case. */
    String caseNo();

    /** The registry's number of the case (YWH). */
    String registryNo();

    @Override
    default String businessKey() {
        return noticeNo();
    }

    @Override
    default String subject() {
        return caseNo();
    }
}
