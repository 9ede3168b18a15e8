/// Assessment files: YAML or JSON in, an [org.evenhand.law.assessment.Assessment] or one clear message
/// out; a template to fill in, with the catalogue's evidence beside each question; and the verdict as a
/// document.
///
/// The form of a file is published as `docs/assessment.schema.json` (made by `AssessmentSchema`);
/// `AssessmentFile` checks it, with key and line.
@NullMarked
package org.evenhand.assessment;

import org.jspecify.annotations.NullMarked;
