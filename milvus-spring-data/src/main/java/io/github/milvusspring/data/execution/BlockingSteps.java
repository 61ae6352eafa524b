package io.github.milvusspring.data.execution;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Takes one step after the other on the thread that waits for what comes of them. Once it
 * is interrupted, every step sees that it is.
 */
final class BlockingSteps implements Executor {

	private final BlockingQueue<Runnable> steps = new LinkedBlockingQueue<>();

	private BlockingSteps() {
	}

	/**
	 * Waits for a result, and takes the steps that lead to it.
	 * @param <R> the result
	 * @param work begins the work, given the executor of its steps
	 * @return the result
	 */
	static <R> R await(Function<Executor, CompletableFuture<R>> work) {
		BlockingSteps thread = new BlockingSteps();
		CompletableFuture<R> result = work.apply(thread);
		// When it completes on another thread, this one has to wake up.
		result.whenComplete((value, ex) -> thread.execute(() -> {
		}));
		boolean interrupted = false;
		while (!result.isDone()) {
			try {
				Runnable step = thread.steps.take();
				if (interrupted) {
					Thread.currentThread().interrupt();
				}
				step.run();
				interrupted |= Thread.interrupted();
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		return RowTransport.await(result);
	}

	@Override
	public void execute(Runnable step) {
		this.steps.add(step);
	}

}
