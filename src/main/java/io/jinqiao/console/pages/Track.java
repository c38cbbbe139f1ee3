package io.jinqiao.console.pages;

import java.util.List;

/**
 * One of the four tracks of a loan, as a line of stations.
 *
 * @param id {@code decision}, {@code contract}, {@code security} or {@code money}
 */
record Track(String id, String icon, List<Station> stations) {

    /**
     * @param word key of the text
     * @param state {@code done}, {@code now}, {@code ahead}, {@code paused}, {@code ended} or {@code unknown}
     */
    record Station(String word, String state) {}
}
