package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.message.Operation;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One bank's envelope, signature and characters, seen from one side of the line. */
interface Wire {

    /**
     * A request whose signature was verified.
     *
     * @param path as the folder's stubs are addressed
     * @param signType as it stood there, empty where the wire names none
     * @param opened the text inside every envelope
     */
    record Asked(Operation operation, String path, String id, String signType, String opened, ObjectNode content) {}

    /** An answer. @param content in the bank's names; empty when nothing is to be said but the outcome */
    record Said(Outcome outcome, ObjectNode content, List<Complaint> complaints, @Nullable Enquired enquired) {}

    /** What became of an earlier message. @param answer null: it never arrived */
    record Enquired(String id, @Nullable Said answer) {}

    /**
     * An answer as it came.
     *
     * @param verified whether the signature is the other side's
     * @param code the return code
     * @param errors each thing that was wrong
     * @param status what a status enquiry was told; empty in any other answer
     * @param original the answer the original got
     */
    record Heard(
            boolean verified, String code, String id, ObjectNode content, List<Told> errors, String status, @Nullable Heard original) {}

    /** One row of a list of errors. @param code ours, from the catalogue */
    record Told(String code, String ours, String theirs) {}

    Manner manner();

    /** @throws NotUnderstood when it is not what was agreed */
    Asked open(Packet packet) throws NotUnderstood;

    /** @param id number of the request, empty when it could not be read */
    Packet answer(String id, String signType, Said said, Pen pen);

    /** @param retouch what a careless system does to the finished text before it is signed */
    Packet ask(Operation operation, String id, Instant at, ObjectNode content, Pen pen, UnaryOperator<String> retouch);

    /** @throws NotUnderstood when it is no answer at all */
    Heard hear(Packet packet) throws NotUnderstood;

    /** An answer's content that never was on a line. */
    Heard spoken(ObjectNode tree) throws NotUnderstood;

    /** Reads whom a status enquiry asks about. */
    StatusQuestion question(ObjectNode content) throws NotUnderstood;

    record StatusQuestion(String id, Operation operation) {}

    /** Content of a status enquiry. */
    ObjectNode question(String id, Operation operation);

    Pen pen();

    /** Whether the outcome of this code is that it was taken. */
    boolean done(String code);

    boolean inProcess(String code);
}
