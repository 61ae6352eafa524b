package io.github.milvusspring.data.write;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects row ranges and joins adjacent ones, so that memory does not grow with the
 * number of rows.
 */
public final class RowRangeSet {

	private final List<RowRange> ranges = new ArrayList<>();

	public void add(long from, long to) {
		if (from == to) {
			return;
		}
		int index = 0;
		while (index < this.ranges.size() && this.ranges.get(index).to() < from) {
			index++;
		}
		long start = from;
		long end = to;
		while (index < this.ranges.size() && this.ranges.get(index).from() <= end) {
			RowRange touching = this.ranges.remove(index);
			start = Math.min(start, touching.from());
			end = Math.max(end, touching.to());
		}
		this.ranges.add(index, new RowRange(start, end));
	}

	public List<RowRange> toList() {
		return List.copyOf(this.ranges);
	}

}
