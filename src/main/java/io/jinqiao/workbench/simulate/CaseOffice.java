package io.jinqiao.workbench.simulate;

import java.io.IOException;
import java.util.List;

/** A simulated registry that works on cases a step each working day, as it is told. */
public interface CaseOffice {

    /** What becomes of a case that was filed. */
    void course(String caseNo, Course course);

    void pushes(Push how);

    /** Where the gateway lets it in. */
    CaseOffice centreAt(int port);

    /** A working day passes; then the centre is told. @return what it answered, in the order of what was sent */
    List<String> day() throws IOException, InterruptedException;
}
