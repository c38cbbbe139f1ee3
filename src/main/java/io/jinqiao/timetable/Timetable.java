package io.jinqiao.timetable;

import java.time.Duration;
import java.time.Instant;

/**
 * Jobs by name, each run by one node of the cluster at a time, found again after a crash of the node that ran it.
 *
 * <p>Jobs are declared while the house is put together (constructor or {@code @PostConstruct}), before the timetable starts. A run
 * may come twice when a node dies in it: a job must bear that. All times here are real time, not the time of the trade.
 */
public interface Timetable {

    /**
     * Runs once per interval in the whole cluster, counted from the end of the run before; a failed run is tried again at the next
     * interval.
     *
     * @param interval a second or more: finer beats belong to the node's own threads
     * @throws IllegalStateException when the timetable has started, or the name is taken
     */
    void every(String name, Duration interval, Runnable job);

    /**
     * Declares what is done at the appointments of this name.
     *
     * @throws IllegalStateException when the timetable has started, or the name is taken
     */
    void appointments(String name, BackOff backOff, Appointment appointment);

    /**
     * Makes an appointment, or moves it when one of this name and instance exists. Joins the caller's transaction when there is one.
     *
     * @param payload handed to the appointment; no personal data: it is stored as it is
     */
    void at(String name, String instance, Instant time, String payload);

    /** Takes an appointment back; nothing happens when there is none. Joins the caller's transaction when there is one. */
    void cancel(String name, String instance);

    /** What is done when an appointment is due; throwing means: again after the back-off, never dropped. */
    @FunctionalInterface
    interface Appointment {
        void due(String instance, String payload) throws Exception;
    }
}
