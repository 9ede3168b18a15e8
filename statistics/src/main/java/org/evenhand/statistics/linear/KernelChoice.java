package org.evenhand.statistics.linear;

import java.lang.reflect.InvocationTargetException;

/// Chooses the kernels once. The vector class is loaded by name: without its module the program still runs.
final class KernelChoice {
    static final Kernels SCALAR = new ScalarKernels();
    static final Kernels BEST = choose();

    private KernelChoice() {}

    private static Kernels choose() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return SCALAR;
        }
        try {
            var kernels = (Kernels) Class.forName("org.evenhand.statistics.linear.VectorKernels")
                    .getDeclaredConstructor()
                    .newInstance();
            return VectorProbe.usable(kernels) ? kernels : SCALAR;
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException
                | LinkageError e) {
            return SCALAR;
        }
    }

    /// Where the processor has no vectors of four doubles the vector class is slow, so it says that it is not
    /// usable.
    private static final class VectorProbe {
        static boolean usable(Kernels kernels) {
            return kernels.name().equals("vector");
        }
    }
}
