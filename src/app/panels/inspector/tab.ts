// The tabs of the inspector.
export type InspectorTab = 'claims' | 'ties';
