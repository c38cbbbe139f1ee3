/**
 * Pages and REST for people and for the centre's core system: commands through the doors of the other rooms, reading through their
 * fact views only.
 */
@ApplicationModule(
        displayName = "console",
        allowedDependencies = {
            "message", "rulebook", "signing", "timetable", "evidence", "delivery", "adapter", "loan", "mortgage", "repayment", "credit", "opinion", "assessment", "risk", "flow"
        })
@NullMarked
package io.jinqiao.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
