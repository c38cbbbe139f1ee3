/**
 * The Credit Reference Center's test system: takes reporting files, answers with feedback, answers enquiries. Written from the fact sheet alone; nothing
 * here calls the product's own credit room, its rules or its engine (a test says so), or else a rule misread would be misread twice.
 */
@NullMarked
package io.jinqiao.workbench.simulate.credit;

import org.jspecify.annotations.NullMarked;
