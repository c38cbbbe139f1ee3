package io.jinqiao.workbench.simulate.credit.enquiry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is known here. Anybody can be asked about: whoever was not introduced gets a life by the serial digits of the number. */
public final class People {
    private static final int SERIAL_AT = 14;
    private final Map<String, Profile> known = new ConcurrentHashMap<>();

    public void introduce(String idType, String idNumber, Profile profile) {
        known.put(idType + idNumber, profile);
    }

    /** Digits 15 to 17 of a resident's number, modulo the number of lives. */
    Profile of(String idType, String idNumber) {
        Profile introduced = known.get(idType + idNumber);
        if (introduced != null) {
            return introduced;
        }
        boolean resident = idType.equals("10") && idNumber.matches("[0-9]{17}[0-9X]");
        int serial = resident ? Integer.parseInt(idNumber.substring(SERIAL_AT, SERIAL_AT + 3)) : Math.floorMod(idNumber.hashCode(), 1000);
        return Profile.values()[serial % Profile.values().length];
    }
}
