package io.jinqiao.adapter;

/** The engine's door for files. */
public interface FileDoor {

    /**
     * One complete file of a partner, to the file that answers it. Never throws for a bad file: the refusal is in the answer, with line and field, and
     * recorded. The same file again gets the same answer and has no second effect.
     *
     * @throws io.jinqiao.message.Refusal for what passes: nothing was done, the file must stay where it is and be brought again
     */
    FileAnswer receive(FileArrival arrival);
}
