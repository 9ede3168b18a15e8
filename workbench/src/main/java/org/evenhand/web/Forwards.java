package org.evenhand.web;

/// What can be posted.
interface Forwards {
    /// Whether something can be posted to this path.
    boolean takes(String path);

    /// @throws org.evenhand.core.EvenhandException if what is posted makes no sense
    Reply post(Ask ask, Posted posted);

    /// What a program sends.
    ///
    /// @param json the body, said to be JSON
    Reply call(Ask ask, String json);

    /// A failure.
    Reply refused(Problem problem, Ask ask);
}
