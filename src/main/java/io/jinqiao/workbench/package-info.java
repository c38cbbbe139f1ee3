/**
 * The tools of the integration engineer: simulators, conformance, doctor, demonstration, development certificates, bench. Never in the
 * production jar.
 */
@ApplicationModule(displayName = "workbench", type = ApplicationModule.Type.OPEN)
@NullMarked
package io.jinqiao.workbench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
