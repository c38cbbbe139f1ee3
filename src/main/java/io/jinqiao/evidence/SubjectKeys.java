package io.jinqiao.evidence;

import io.jinqiao.message.Subject;

/** Erasure of personal data: what was encrypted for a subject becomes unreadable, its proof stays whole. */
public interface SubjectKeys {

    /**
     * Erases every data key of a subject for good. Call it when no more messages about the subject are expected: other nodes may
     * use a key they hold for ten more minutes, and what they write under it is unreadable from the start. What another node has just
     * read it may show for one more minute.
     *
     * @return how many keys were erased
     */
    int erase(Subject subject);
}
