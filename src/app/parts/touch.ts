// Whether the page is touched rather than pointed at: what a hover would show must then be there, and be large.

export const isTouch = typeof matchMedia === 'function' && matchMedia('(hover: none)').matches;
